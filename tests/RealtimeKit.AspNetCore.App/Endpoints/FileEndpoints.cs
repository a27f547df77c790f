using System.Text;

namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>Receives and returns files and forms.</summary>
public static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/files").WithTags("Files").DisableAntiforgery();

        group.MapPost("/one", (IFormFile file, ReceivedValues received) => KeepAsync(null, [file], received)).WithName("UploadFile");
        group.MapPost("/captioned", (IFormFile file, [FromForm] string caption, ReceivedValues received) => KeepAsync(caption, [file], received))
            .WithName("UploadCaptionedFile");
        group.MapPost("/optional", (IFormFile? file, [FromForm] string? caption, ReceivedValues received) =>
                KeepAsync(caption, file is null ? [] : [file], received))
            .WithName("UploadOptionalFile");
        group.MapPost("/many", (IFormFileCollection files, ReceivedValues received) => KeepAsync(null, files, received)).WithName("UploadFiles");
        group.MapPost("/raw", ReadRawAsync).Accepts<Stream>("application/octet-stream").WithName("UploadRaw");
        group.MapPost("/login", ([FromForm] LoginForm form, ReceivedValues received) => received.Add(form)).WithName("Login");

        group.MapGet("/picture", () => TypedResults.File(ShopData.Picture, "image/png", "picture.png"))
            .Produces<Stream>(200, "image/png").WithName("GetPicture");
        group.MapGet("/stream", () => TypedResults.Stream(new MemoryStream(ShopData.Picture), "application/octet-stream"))
            .Produces<FileStreamHttpResult>(200, "application/octet-stream").WithName("GetFileStream");
        group.MapGet("/table", () => TypedResults.Text("a,b\n1,2\n", "text/csv"))
            .Produces<string>(200, "text/csv").WithName("GetTable");
    }

    internal static async Task<StoredFiles> KeepAsync(string? caption, IReadOnlyList<IFormFile> files, ReceivedValues received)
    {
        List<StoredFile> stored = [];
        foreach (IFormFile file in files)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            stored.Add(new(file.Name, file.FileName, file.ContentType, file.Length, await reader.ReadToEndAsync()));
        }

        return received.Add(new StoredFiles(caption, stored));
    }

    private static async Task<Ok<int>> ReadRawAsync(Stream body, ReceivedValues received)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes);
        return TypedResults.Ok(received.Add(bytes.ToArray()).Length);
    }
}

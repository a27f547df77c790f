using RealtimeKit.AspNetCore.App.Endpoints;

namespace RealtimeKit.AspNetCore.App.Controllers;

/// <summary>Files and forms of controllers.</summary>
[ApiController]
[Route("api/uploads")]
public sealed class UploadsController(ReceivedValues received) : ControllerBase
{
    [HttpPost("picture", Name = "UploadPicture")]
    public Task<StoredFiles> UploadPicture(IFormFile picture) => FileEndpoints.KeepAsync(null, [picture], received);

    [HttpPost("documents", Name = "UploadDocuments")]
    public Task<StoredFiles> UploadDocuments([FromForm] List<IFormFile> documents, [FromForm] string? caption) =>
        FileEndpoints.KeepAsync(caption, documents, received);

    [HttpPost("product", Name = "UploadProduct")]
    [Consumes("multipart/form-data")]
    public async Task<StoredFiles> UploadProduct([FromForm] ProductForm form)
    {
        List<IFormFile> files = [.. form.Documents];
        if (form.Picture is not null)
        {
            files.Insert(0, form.Picture);
        }

        StoredFiles stored = await FileEndpoints.KeepAsync(form.Name, files, received);
        received.Add(form);
        return stored;
    }

    [HttpPost("address", Name = "UploadAddress")]
    public Address UploadAddress([FromForm] string street, [FromForm] string city, [FromForm] string? zip) => received.Add(new Address(street, city, zip));

    [HttpGet("picture", Name = "DownloadPicture")]
    [Produces("image/png")]
    [ProducesResponseType<FileContentResult>(200, "image/png")]
    public FileContentResult DownloadPicture() => File(ShopData.Picture, "image/png");
}

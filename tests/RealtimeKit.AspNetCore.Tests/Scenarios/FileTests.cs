using System.Text;
using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Files and forms, in and out.</summary>
public class FileTests(ShopServer server) : ShopTest(server)
{
    [Fact]
    public async Task One_file()
    {
        StoredFiles stored = await Shop.Files.UploadAsync(new() { File = TextFile("a.txt") });

        Server.StoredFile received = Assert.Single(Received.Last<Server.StoredFiles>().Files);
        Assert.Equal(new Server.StoredFile("file", "a.txt", "text/plain", 9, "text of ä"), received with { Length = 9 });
        Assert.Equal("text of ä", Assert.Single(stored.Files!).Text);
        Assert.Equal("a.txt", stored.Files![0].FileName);
    }

    [Fact]
    public async Task A_file_and_a_caption()
    {
        await Words.UploadCaptionedFileAsync(Shop, TextFile("a.txt"), "b & c");

        Server.StoredFiles received = Received.Last<Server.StoredFiles>();
        Assert.Equal("b & c", received.Caption);
        Assert.Equal("a.txt", Assert.Single(received.Files).FileName);
    }

    [Fact]
    public async Task A_file_that_may_be_missing()
    {
        await Shop.Files.UploadOptionalFileAsync(new() { Caption = "none" });
        Assert.Empty(Received.Last<Server.StoredFiles>().Files);
        Assert.Equal("none", Received.Last<Server.StoredFiles>().Caption);

        await Shop.Files.UploadOptionalFileAsync(new() { File = TextFile("b.txt") });
        Assert.Equal("b.txt", Assert.Single(Received.Last<Server.StoredFiles>().Files).FileName);
        Assert.Null(Received.Last<Server.StoredFiles>().Caption);
    }

    [Fact]
    public async Task Many_files()
    {
        await Shop.Files.UploadFilesAsync(new() { Files = new[] { TextFile("a.txt"), TextFile("b.txt") } });

        Assert.Equal(["a.txt", "b.txt"], Received.Last<Server.StoredFiles>().Files.Select(static file => file.FileName));
    }

    [Fact]
    public async Task Raw_bytes()
    {
        Assert.Equal(8, await Shop.Files.UploadRawAsync(new MemoryStream(ShopData.Picture)));
        Assert.Equal(ShopData.Picture, Received.Last<byte[]>());
    }

    [Fact]
    public async Task A_form()
    {
        LoginForm form = await Shop.Files.LoginAsync(new() { User = "ada & co", Attempts = 2, Remember = true, Birthday = new DateOnly(1815, 12, 10) });

        Assert.Equal(
            new Server.LoginForm { User = "ada & co", Attempts = 2, Remember = true, Birthday = new(1815, 12, 10) },
            Received.Last<Server.LoginForm>());
        Assert.Equal("ada & co", form.User);
        Assert.Equal(new DateOnly(1815, 12, 10), Value(form.Birthday));
    }

    [Fact]
    public async Task Files_that_come_back()
    {
        Assert.Equal(ShopData.Picture, await BytesOf(Shop.Files.GetPictureAsync()));
        Assert.Equal(ShopData.Picture, await BytesOf(Shop.Files.GetStreamAsync()));
        Assert.Equal(ShopData.Picture, await BytesOf(Shop.Uploads.DownloadPictureAsync()));
        Assert.Equal("a,b\n1,2\n", await Shop.Files.GetTableAsync());
    }

    [Fact]
    public async Task A_picture_of_a_controller()
    {
        await Shop.Uploads.UploadPictureAsync(new() { Picture = TextFile("p.png") });

        Assert.Equal("picture", Assert.Single(Received.Last<Server.StoredFiles>().Files).Field);
    }

    [Fact]
    public async Task Documents_of_a_controller()
    {
        StoredFiles stored = await Shop.Uploads.UploadDocumentsAsync(new() { Documents = new[] { TextFile("a.txt"), TextFile("b.txt") }, Caption = "two" });

        Assert.Equal(["a.txt", "b.txt"], Received.Last<Server.StoredFiles>().Files.Select(static file => file.FileName));
        Assert.Equal("two", Received.Last<Server.StoredFiles>().Caption);
        Assert.Equal("two", Value(stored.Caption));
    }

    [Fact]
    public async Task A_form_of_values_and_files()
    {
        await Shop.Uploads.UploadProductAsync(new()
        {
            Name = "tea",
            Price = (Amount)2.5,
            Tags = new[] { "x", "y" },
            Picture = TextFile("p.txt"),
            Documents = new[] { TextFile("d1.txt"), TextFile("d2.txt") },
        });

        Server.ProductForm received = Received.Last<Server.ProductForm>();
        Assert.Equal(("tea", 2.5m), (received.Name, received.Price));
        Assert.Equal(["x", "y"], received.Tags);
        Assert.Equal("p.txt", received.Picture!.FileName);
        Assert.Equal(["d1.txt", "d2.txt"], received.Documents.Select(static file => file.FileName));
    }

    [Fact]
    public async Task A_form_of_fields()
    {
        Address address = await Shop.Uploads.UploadAddressAsync(new() { Street = "1 High & Low", City = "Leeds" });

        Assert.Equal(new Server.Address("1 High & Low", "Leeds"), Received.Last<Server.Address>());
        Assert.Equal("1 High & Low", address.Street);
    }

    private static FileContent TextFile(string name) => new(new MemoryStream(Encoding.UTF8.GetBytes("text of ä")), name, "text/plain");

    private static async Task<byte[]> BytesOf(Task<Stream> response)
    {
        await using Stream stream = await response;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}

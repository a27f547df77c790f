using System.Text.Json;

namespace RealtimeKit.AspNetCore.App.Controllers;

/// <summary>The products of the shop.</summary>
[ApiController]
[Route("api/[controller]")]
[Produces("application/json")]
public sealed class ProductsController(ReceivedValues received) : ControllerBase
{
    /// <summary>Lists the products that match.</summary>
    /// <param name="query">The text to search for.</param>
    [HttpGet(Name = "ListProducts")]
    public ActionResult<IEnumerable<Product>> List([FromQuery] ProductQuery query)
    {
        received.Add(query);
        return Ok(new[] { ShopData.Product(query.Page), ShopData.Product(2) });
    }

    /// <summary>Gets a product.</summary>
    /// <param name="id">The product's number.</param>
    /// <response code="200">The product.</response>
    /// <response code="404">There is no product with that number.</response>
    [HttpGet("{id:int}", Name = "GetProduct")]
    [ProducesResponseType<Product>(200)]
    [ProducesResponseType<ProblemDetails>(404)]
    public ActionResult<Product> Get(int id) => id < 100 ? ShopData.Product(id) : NotFound();

    [HttpPost(Name = "CreateProduct")]
    [ProducesResponseType<Product>(201)]
    [ProducesResponseType<ValidationProblemDetails>(400)]
    public ActionResult<Product> Create(Product product) =>
        CreatedAtAction(nameof(Get), new { id = product.Id }, received.Add(product));

    [HttpPut("{id:int}", Name = "ReplaceProduct")]
    [ProducesResponseType(204)]
    public IActionResult Replace([FromRoute] int id, [FromBody] Product product, [FromHeader(Name = "If-Match")] string? version)
    {
        received.Add((id, product, version));
        return NoContent();
    }

    [HttpDelete("{id:int}", Name = "DeleteProduct")]
    [ProducesResponseType(204)]
    public IActionResult Delete(int id)
    {
        received.Add(id);
        return NoContent();
    }

    /// <summary>Lists products of a kind.</summary>
    [HttpGet("kinds/{kind}", Name = "ListProductsOfKind")]
    [Obsolete("Use the query.")]
    public IAsyncEnumerable<Product> ListOfKind(ProductKind kind, [FromQuery] int[] ids)
    {
        received.Add((kind, ids));
        return ids.Select(ShopData.Product).ToAsyncEnumerable();
    }

    [HttpGet("count", Name = "CountProducts")]
    public long Count() => 5_000_000_000;

    [HttpGet("names", Name = "ListProductNames")]
    public async Task<List<string>> ListNamesAsync()
    {
        await Task.Yield();
        return ["a", "b"];
    }

    /// <summary>Finds a product by its name.</summary>
    [HttpGet("find", Name = "FindProduct")]
    public Product? Find([FromQuery] string? name) => name is null ? null : ShopData.Product(name.Length);

    /// <summary>Changes the given properties.</summary>
    [HttpPatch("{id:int}", Name = "ChangeProduct")]
    public ActionResult<Product> Change(int id, [FromBody] Dictionary<string, JsonElement> changes)
    {
        received.Add(changes);
        return ShopData.Product(id);
    }

    /// <summary>Returns the number of sold products by kind.</summary>
    [HttpGet("sales", Name = "GetSales")]
    public Dictionary<string, Dictionary<string, Money>> GetSales([FromQuery(Name = "from")] DateOnly from, [FromQuery] TimeSpan? within)
    {
        received.Add((from, within));
        return new() { ["Goods"] = new() { ["2026"] = new(12.5m, "EUR") } };
    }

    [HttpHead("{id:int}", Name = "HasProduct")]
    [ProducesResponseType(200)]
    [ProducesResponseType(404)]
    public IActionResult Has(int id) => id < 100 ? Ok() : NotFound();

    [HttpGet("page", Name = "GetProductPage")]
    public PagedResult<Envelope<Product>> GetPage([FromQuery] int page, [FromQuery] int? size)
    {
        received.Add((page, size));
        return new([new() { Value = ShopData.Product(page), Remark = "first" }], page, 10);
    }
}

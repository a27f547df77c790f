namespace RealtimeKit.AspNetCore.App.Controllers;

/// <summary>The products of the shop.</summary>
[ApiController]
[Route("api/[controller]")]
[Produces("application/json")]
public sealed class ProductsController(ReceivedValues received) : ControllerBase
{
    /// <summary>Lists the products that match.</summary>
    /// <param name="query">What to look for.</param>
    [HttpGet(Name = "ListProducts")]
    public ActionResult<IEnumerable<Product>> List([FromQuery] ProductQuery query)
    {
        received.Add(query);
        return Ok(new[] { ShopData.Product(query.Page), ShopData.Product(2) });
    }

    /// <summary>Gets a product.</summary>
    /// <param name="id">The product's number.</param>
    /// <response code="200">The product.</response>
    /// <response code="404">There is none of that number.</response>
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
}

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Options as the generator emits them.</summary>
internal sealed class ThingsClientOptions : ApiClientOptions
{
    private string? _tenant;

    public ThingsClientOptions() => BaseAddress = new Uri("https://things.example.com/v4/");

    public string? Tenant
    {
        get => _tenant;
        set
        {
            ThrowIfFrozen();
            _tenant = value;
        }
    }

    public override bool TrySet(string name, string value)
    {
        if (name.Equals(nameof(Tenant), StringComparison.OrdinalIgnoreCase))
        {
            Tenant = value;
            return true;
        }

        return base.TrySet(name, value);
    }
}

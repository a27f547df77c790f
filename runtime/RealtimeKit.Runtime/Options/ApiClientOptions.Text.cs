using System.Globalization;

namespace RealtimeKit.Runtime;

public partial class ApiClientOptions
{
    /// <summary>
    /// Sets a property from the text of a configuration value. The name of a nested property contains colons. Derived options
    /// set their own properties and call the base method for the others.
    /// </summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">The text.</param>
    /// <returns>False if there is no property with this name.</returns>
    /// <exception cref="ArgumentException">
    /// The text is not a valid value of the property. The message contains the name, but not the text.
    /// </exception>
    /// <exception cref="InvalidOperationException">A client already uses the options.</exception>
    public virtual bool TrySet(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            return TrySetOwn(name, value) || TrySetCredential(name, value) || TrySetRetry(name, value);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new ArgumentException($"The text is not a valid value of {name}.", name);
        }
    }

    private bool TrySetOwn(string name, string value)
    {
        switch (name.ToUpperInvariant())
        {
            case "BASEADDRESS":
                BaseAddress = Uri.TryCreate(value, UriKind.Absolute, out Uri? address) ? address : throw new FormatException();
                return true;
            case "ALLOWMISSINGCREDENTIAL":
                AllowMissingCredential = bool.Parse(value);
                return true;
            case "ATTEMPTTIMEOUT":
                AttemptTimeout = TimeSpan.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "TOTALTIMEOUT":
                TotalTimeout = TimeSpan.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "MAXRESPONSECONTENTLENGTH":
                MaxResponseContentLength = long.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "MAXJSONDEPTH":
                MaxJsonDepth = int.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "MAXREDIRECTS":
                MaxRedirects = int.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "ALLOWPLAINHTTP":
                AllowPlainHttp = bool.Parse(value);
                return true;
            case "USERAGENT":
                UserAgent = value;
                return true;
            case "IDEMPOTENCYKEYHEADER":
                IdempotencyKeyHeader = value;
                return true;
            case "SENDIDEMPOTENCYKEYS":
                SendIdempotencyKeys = bool.Parse(value);
                return true;
            case "STRICTREADING":
                StrictReading = bool.Parse(value);
                return true;
            default:
                return TrySetTrustedOrigin(name, value);
        }
    }

    /// <summary>Adds an entry of a list. Its name ends with its index: <c>TrustedOrigins:0</c>.</summary>
    private bool TrySetTrustedOrigin(string name, string value)
    {
        const string List = "TrustedOrigins:";
        if (!name.StartsWith(List, StringComparison.OrdinalIgnoreCase)
            || !int.TryParse(name.AsSpan(List.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return false;
        }

        ThrowIfFrozen();
        TrustedOrigins.Add(Uri.TryCreate(value, UriKind.Absolute, out Uri? origin) ? origin : throw new FormatException());
        return true;
    }

    private bool TrySetRetry(string name, string value)
    {
        ThrowIfFrozen();
        switch (name.ToUpperInvariant())
        {
            case "RETRY:MAXRETRIES":
                Retry.MaxRetries = int.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "RETRY:BASEDELAY":
                Retry.BaseDelay = TimeSpan.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "RETRY:MAXDELAY":
                Retry.MaxDelay = TimeSpan.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "RETRY:MAXRETRYAFTER":
                Retry.MaxRetryAfter = TimeSpan.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "RETRY:BUDGETRATIO":
                Retry.BudgetRatio = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
                return true;
            case "RETRY:BUDGETRESERVE":
                Retry.BudgetReserve = int.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "RETRY:OVERRIDEHEADER":
                Retry.OverrideHeader = value;
                return true;
            default:
                return false;
        }
    }
}

using System.Diagnostics;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

public partial class ApiClientOptions
{
    private const string OfScheme = "Credentials:";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<string, CredentialText> _texts = new(StringComparer.OrdinalIgnoreCase);

    private bool _allowMissingCredential;

    /// <summary>
    /// Gets or sets whether dependency injection may register a client without a credential although the API description asks
    /// for one. Set it if a handler authenticates, or if the program calls only operations without a credential. The default is
    /// false.
    /// </summary>
    public bool AllowMissingCredential { get => _allowMissingCredential; set => Set(ref _allowMissingCredential, value); }

    /// <summary>
    /// Checks that there is a credential if the API description asks for one. Dependency injection calls this when the program starts.
    /// </summary>
    /// <exception cref="ArgumentException">There is no credential, and <see cref="AllowMissingCredential"/> is false.</exception>
    public void RequireCredential()
    {
        ClientSecurity security = DescribeSecurity();
        if (security.IsRequired && !AllowMissingCredential && Credential is null && Credentials.Count == 0)
        {
            throw new ArgumentException(
                $"The API description asks for a credential ({NamesOf(security.Schemes)}), but none is set. "
                + $"Set {nameof(Credential)}, {nameof(Credentials)} or their configuration keys, "
                + $"or {nameof(AllowMissingCredential)} if a handler authenticates.",
                nameof(Credential));
        }
    }

    /// <summary>Returns the credentials that the API description asks for. Emitted options override this method.</summary>
    protected virtual ClientSecurity DescribeSecurity() => ClientSecurity.None;

    private bool TrySetCredential(string name, string value)
    {
        bool isOfScheme = name.StartsWith(OfScheme, StringComparison.OrdinalIgnoreCase);
        string rest = isOfScheme ? name[OfScheme.Length..] : name;
        string? setting = CredentialText.Names.LastOrDefault(known => isOfScheme
            ? rest.EndsWith(":" + known, StringComparison.OrdinalIgnoreCase)
            : rest.Equals(known, StringComparison.OrdinalIgnoreCase));
        if (setting is null)
        {
            return false;
        }

        ThrowIfFrozen();
        string scheme = isOfScheme ? SchemeNamed(rest[..^(setting.Length + 1)]) : "";
        string prefix = isOfScheme ? $"{OfScheme}{scheme}:" : "";
        if (!_texts.TryGetValue(prefix, out CredentialText? text))
        {
            _texts[prefix] = text = new CredentialText(prefix, Described(scheme));
        }

        text.Set(setting, value);
        if (text.Create() is { } credential)
        {
            if (isOfScheme)
            {
                Credentials[scheme] = credential;
            }
            else
            {
                Credential = credential;
            }
        }

        return true;
    }

    /// <summary>Returns the name of a scheme in the case of the API description, since configuration keys do not preserve case.</summary>
    private string SchemeNamed(string name)
    {
        IReadOnlyList<SecurityScheme> schemes = DescribeSecurity().Schemes;
        return schemes.FirstOrDefault(scheme => scheme.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name
            ?? (schemes.Count == 0
                ? name
                : throw new ArgumentException($"The API description has no security scheme '{name}', only {NamesOf(schemes)}.", OfScheme + name));
    }

    private static string NamesOf(IReadOnlyList<SecurityScheme> schemes) => string.Join(", ", schemes.Select(static scheme => scheme.Name));

    /// <summary>Returns the scheme with a name. Without a name, returns the scheme of the API key if there is exactly one.</summary>
    private SecurityScheme? Described(string name)
    {
        IReadOnlyList<SecurityScheme> schemes = DescribeSecurity().Schemes;
        if (name.Length > 0)
        {
            return schemes.FirstOrDefault(scheme => scheme.Name == name);
        }

        SecurityScheme[] keys = [.. schemes.Where(static scheme => scheme.KeyName is not null)];
        return keys.Length == 1 ? keys[0] : null;
    }
}

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
    /// Whether a client that dependency injection registers may go without a credential though the document asks for one:
    /// for a handler that authenticates by itself, and for programs that call only what needs none. False by default.
    /// </summary>
    public bool AllowMissingCredential { get => _allowMissingCredential; set => Set(ref _allowMissingCredential, value); }

    /// <summary>Checks that there is a credential if the document asks for one. Dependency injection does it when the program starts.</summary>
    /// <exception cref="ArgumentException">There is none, and <see cref="AllowMissingCredential"/> is not set.</exception>
    public void RequireCredential()
    {
        ClientSecurity security = DescribeSecurity();
        if (security.IsRequired && !AllowMissingCredential && Credential is null && Credentials.Count == 0)
        {
            throw new ArgumentException(
                $"The document asks for a credential ({string.Join(", ", security.Schemes.Select(static scheme => scheme.Name))}), and there is none. "
                + $"Set {nameof(Credential)}, {nameof(Credentials)} or their configuration keys; set {nameof(AllowMissingCredential)} if a handler authenticates.",
                nameof(Credential));
        }
    }

    /// <summary>What the document says of credentials. Emitted options override it.</summary>
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

    /// <summary>As the document spells it: configuration keeps no case.</summary>
    private string SchemeNamed(string name)
    {
        IReadOnlyList<SecurityScheme> schemes = DescribeSecurity().Schemes;
        return schemes.FirstOrDefault(scheme => scheme.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name
            ?? (schemes.Count == 0 ? name : throw new ArgumentException(
                $"The document has no security scheme '{name}', but {string.Join(", ", schemes.Select(static scheme => scheme.Name))}.", OfScheme + name));
    }

    /// <summary>The scheme of that name; without a name the one that is an API key, if only one is.</summary>
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

using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Fills the security schemes of the typed document, and the requirements of its operations.</summary>
internal sealed class SecurityBuilder
{
    private static readonly string[] _types = ["apiKey", "http", "oauth2", "openIdConnect", SecurityTypes.MutualTls];
    private static readonly string[] _places = ["header", "query", "cookie"];

    private readonly SpecMapping? _schemes;
    private readonly SpecReferences _references;
    private readonly bool _isSwagger;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public SecurityBuilder(SpecMapping root, bool isSwagger, SpecReferences references, DiagnosticBag diagnostics)
    {
        _schemes = (isSwagger ? root["securityDefinitions"] : root["components"].AsMapping()?["securitySchemes"]).AsMapping();
        _isSwagger = isSwagger;
        _references = references;
        _diagnostics = diagnostics;
    }

    /// <summary>Fills all schemes that can be read.</summary>
    public void BuildSchemes(IDictionary<string, OpenApiSecurityScheme> target)
    {
        foreach (SpecEntry entry in _schemes?.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal) ?? Enumerable.Empty<SpecEntry>())
        {
            if (_references.Follow(entry.Value) is SpecMapping scheme && !IsUnsendable(scheme))
            {
                target[entry.Key] = Build(Upgraded(scheme));
            }
        }
    }

    /// <summary>Returns the alternatives of one <c>security</c>.</summary>
    public IEnumerable<OpenApiSecurityRequirement> Build(SpecSequence security)
    {
        foreach (SpecMapping alternative in security.Items.OfType<SpecMapping>())
        {
            OpenApiSecurityRequirement requirement = new();
            foreach (SpecEntry scheme in alternative.Entries)
            {
                ReportFault(alternative, scheme.Key);
                requirement[scheme.Key] = scheme.Value.AsSequence()?.Items.Select(static scope => scope.AsText() ?? "").ToArray() ?? [];
            }

            yield return requirement;
        }
    }

    private static OpenApiSecurityScheme Build(SpecMapping scheme) => new()
    {
        Description = scheme["description"].AsText(),
        Name = scheme["name"].AsText(),
        Scheme = scheme["type"].AsText() == SecurityTypes.MutualTls ? SecurityTypes.MutualTls : scheme["scheme"].AsText()?.ToLowerInvariant(),
        TokenUrl =
            (scheme["tokenUrl"]
                ?? scheme["flows"]
                    .AsMapping()?.Entries
                    .OrderBy(static flow => flow.Key, StringComparer.Ordinal)
                    .Select(static flow => flow.Value.AsMapping()?["tokenUrl"])
                    .FirstOrDefault(static url => url is not null)).AsText(),
        OpenIdConnectUrl = scheme["openIdConnectUrl"].AsText(),
        Type = scheme["type"].AsText() switch
        {
            "apiKey" => OpenApiSecuritySchemeType.ApiKey,
            "http" => OpenApiSecuritySchemeType.Http,
            "oauth2" => OpenApiSecuritySchemeType.OAuth2,
            "openIdConnect" => OpenApiSecuritySchemeType.OpenIdConnect,
            _ => OpenApiSecuritySchemeType.Undefined,
        },
        In = scheme["in"].AsText() switch
        {
            "header" => OpenApiSecurityApiKeyLocation.Header,
            "query" => OpenApiSecurityApiKeyLocation.Query,
            "cookie" => OpenApiSecurityApiKeyLocation.Cookie,
            _ => OpenApiSecurityApiKeyLocation.Undefined,
        },
    };

    private SpecMapping Upgraded(SpecMapping scheme) => _isSwagger ? SwaggerUpgrader.UpgradeSecurityScheme(scheme) : scheme;

    /// <summary>Reports a scheme once, however many operations require it, and only if an operation requires it.</summary>
    private void ReportFault(SpecMapping alternative, string name)
    {
        if (!_reported.Add(name) || _diagnostics.IsFull(Descriptors.SecuritySchemeUnknown))
        {
            return;
        }

        if (_schemes?[name] is not { } scheme)
        {
            Report(alternative.KeyLocation(name), name, "is not described", NearestName.Find(name, _schemes?.Entries.Select(static entry => entry.Key) ?? []));
        }
        else if (_references.Follow(scheme) is SpecMapping followed)
        {
            ReportFault(name, Upgraded(followed));
        }
    }

    private void ReportFault(string name, SpecMapping scheme)
    {
        string? type = scheme["type"].AsText();
        if (!_types.Contains(type))
        {
            Report(
                scheme,
                "type",
                name,
                type is null ? "has no type" : $"has the type '{type}', which is not one of {string.Join(", ", _types)}",
                NearestName.Find(type ?? "", _types));
        }
        else if (type == "http" && scheme["scheme"].AsText() is null)
        {
            Report(scheme, "type", name, "does not name its HTTP scheme, such as basic or bearer", nearest: null);
        }
        else if (type == "apiKey" && string.IsNullOrEmpty(scheme["name"].AsText()))
        {
            Report(scheme, "type", name, "does not name its key", nearest: null);
        }
        else if (type == "apiKey" && !_places.Contains(scheme["in"].AsText()))
        {
            Report(
                scheme,
                "in",
                name,
                $"does not specify where its key is sent ({string.Join(", ", _places)})",
                NearestName.Find(scheme["in"].AsText() ?? "", _places));
        }
        else if (IsUnsendable(scheme))
        {
            _diagnostics.Add(
                Descriptors.PartInvalid,
                scheme["name"]!.Location,
                $"The key of the security scheme '{name}' is in '{scheme["in"].AsText()}', but its name '{scheme["name"].AsText()}' "
                    + "contains characters that HTTP does not allow there");
        }
    }

    /// <summary>Returns whether HTTP cannot transmit the name of a key, so that every call with the key would throw.</summary>
    private static bool IsUnsendable(SpecMapping scheme) =>
        scheme["type"].AsText() == "apiKey"
        && scheme["in"].AsText() is "header" or "cookie"
        && scheme["name"].AsText() is { Length: > 0 } name
        && !HttpToken.IsValid(name);

    private void Report(SpecMapping scheme, string key, string name, string fault, string? nearest) =>
        Report(scheme[key] is null ? scheme.Location : scheme.KeyLocation(key), name, fault, nearest);

    private void Report(SpecLocation location, string name, string fault, string? nearest) =>
        _diagnostics.Add(Descriptors.SecuritySchemeUnknown, location, name, fault, NearestName.DidYouMean(nearest));
}

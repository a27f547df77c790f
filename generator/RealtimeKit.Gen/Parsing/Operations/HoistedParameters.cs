using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Parameters;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// The parameters that are set once on the client. There is one option for each name, place and type, so that a header's value is
/// never sent in a query.
/// </summary>
internal sealed class HoistedParameters
{
    /// <summary>The members of the runtime's options.</summary>
    private static readonly string[] _reserved =
    [
        "AllowMissingCredential", "AllowPlainHttp", "AttemptTimeout", "BaseAddress", "Credential", "Credentials", "DescribeSecurity", "Headers",
        "IdempotencyKey", "IdempotencyKeyHeader", "IsFrozen", "IsIdempotent", "MaxJsonDepth", "MaxRedirects", "MaxResponseContentLength", "MaxRetries",
        "RequireCredential", "Retry", "SendIdempotencyKeys", "StrictReading", "ThrowIfFrozen", "TimeProvider", "TotalTimeout", "TrustedOrigins", "TrySet",
        "UserAgent", "Validate", .. ObjectMembers.Names,
    ];

    private readonly Dictionary<Option, string> _names = [];
    private readonly Dictionary<Option, ParameterDraft> _first = [];
    private readonly Documentation _documentation;

    public HoistedParameters(
        IEnumerable<OperationDraft> operations,
        ClientNames classes,
        Documentation documentation,
        NameLock names,
        DiagnosticBag diagnostics)
    {
        _documentation = documentation;
        foreach (ParameterDraft parameter in operations.SelectMany(static operation => operation.Parameters).Where(static parameter => parameter.IsHoisted))
        {
            Option option = OptionOf(parameter);
            if (!_first.ContainsKey(option))
            {
                _first[option] = parameter;
            }
        }

        NameScope scope = new([.. _reserved, classes.Options, classes.RequestOptions]);
        foreach (Option option in names.IsOn ? _first.Keys.OrderBy(KeyOf, StringComparer.Ordinal) : Enumerable.Empty<Option>())
        {
            if (names.Find(KeyOf(option))?.StartsWith("_", StringComparison.Ordinal) is true)
            {
                names.ReportUnusable(KeyOf(option), "the fields of the options begin with an underscore");
            }
            else if (names.Take(scope, KeyOf(option)) is { } kept)
            {
                _names[option] = kept;
            }
        }

        foreach (IGrouping<string, Option> claim in _first.Keys
            .GroupBy(static option => option.Name, StringComparer.Ordinal)
            .OrderBy(static claim => claim.Key, StringComparer.Ordinal))
        {
            Name(claim, scope, diagnostics);
        }

        foreach (KeyValuePair<Option, string> named in names.IsOn ? _names : [])
        {
            names.Record(KeyOf(named.Key), named.Value);
        }
    }

    public string NameOf(ParameterDraft parameter) => _names[OptionOf(parameter)];

    public EquatableArray<HoistedParameterModel> ToEquatableArray() => _first
        .Select(pair => Model(_names[pair.Key], pair.Value.Model))
        .OrderBy(static model => model.Name, StringComparer.Ordinal)
        .ToEquatableArray();

    private HoistedParameterModel Model(string name, ParameterModel parameter)
    {
        DocModel doc = _documentation.Of(null, parameter.Doc.Summary, null, $"The {parameter.WireName} sent with every call.");
        return new HoistedParameterModel(name, parameter.WireName, parameter.Type.AsNullable(), doc);
    }

    /// <summary>
    /// Assigns the names of parameters that ask for the same name. The first place, in the order path, query, header, cookie,
    /// gets the name. The other names get their place appended, and then their type.
    /// </summary>
    private void Name(IEnumerable<Option> claim, NameScope scope, DiagnosticBag diagnostics)
    {
        Option[] options = claim
            .OrderBy(static option => option.Place)
            .ThenBy(static option => option.Type.Shape)
            .ThenBy(static option => option.WireName, StringComparer.Ordinal)
            .ThenBy(static option => DistinctTypes.KeyOf(option.Type), StringComparer.Ordinal)
            .ToArray();
        foreach (Option option in options.Where(option => !_names.ContainsKey(option)))
        {
            string name = Candidates(option, options[0].Place).FirstOrDefault(scope.TryTake)
                ?? scope.Take(option.Name);
            _names[option] = name;
            if (name != option.Name)
            {
                diagnostics.Add(
                    Descriptors.NameChanged,
                    _first[option].Location,
                    option.WireName,
                    ChangedName.Became(option.WireName, name),
                    $"{option.Name} is another option of the client, one of its members or its class");
            }
        }
    }

    private static string KeyOf(Option option) => LockKey.Of(
        LockKind.Option,
        $"{ParameterNames.PlaceOf(option.Place)}/{option.WireName}",
        DistinctTypes.KeyOf(option.Type).Replace(" value", ""));

    private static IEnumerable<string> Candidates(Option option, ParameterPlace first)
    {
        string place = ParameterNames.Suffix(option.Place);
        string type = option.Type.Kind is { } kind ? $"{kind}" : option.Type.Scalar?.Name ?? $"{option.Type.Shape}";
        return [option.Name, option.Name + (option.Place == first ? type : place), option.Name + place + type];
    }

    private static Option OptionOf(ParameterDraft parameter) => new(
        Identifier.Pascal(parameter.Model.Name), parameter.Model.WireName, parameter.Model.Place, parameter.Model.Type.AsRequired());

    /// <param name="Name">The C# name that the document asks for.</param>
    private sealed record Option(string Name, string WireName, ParameterPlace Place, TypeRef Type);
}

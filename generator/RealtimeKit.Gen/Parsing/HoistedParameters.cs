using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations;

namespace RealtimeKit.Gen.Parsing;

/// <summary>Gathers the parameters that are set once on the client.</summary>
internal sealed class HoistedParameters(Documentation documentation)
{
    private readonly SortedDictionary<string, HoistedParameterModel> _byName = new(StringComparer.Ordinal);

    public void Add(IEnumerable<OperationDraft> operations)
    {
        foreach (ParameterDraft parameter in operations.SelectMany(static operation => operation.Parameters).Where(static parameter => parameter.IsHoisted))
        {
            string name = OperationParser.HoistedName(parameter);
            if (!_byName.ContainsKey(name))
            {
                string fallback = $"The {parameter.Model.WireName} of every call.";
                _byName[name] = new HoistedParameterModel(name, parameter.Model.WireName, parameter.Model.Type.AsNullable(), documentation.Of(null, parameter.Model.Doc.Summary, null, fallback));
            }
        }
    }

    public EquatableArray<HoistedParameterModel> ToEquatableArray() => _byName.Values.ToEquatableArray();
}

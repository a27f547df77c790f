using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Steps;

/// <summary>Reports a <c>ResultProperty</c> that no response has. Every method would return the envelope.</summary>
internal static class ResultPropertyCheck
{
    public static void Report(ClientModel client, string resultProperty, SpecLocation location, DiagnosticBag diagnostics)
    {
        ResultCaseModel[] cases = client.Files
            .SelectMany(static file => file.Group?.Operations ?? EquatableArray<OperationModel>.Empty)
            .SelectMany(static operation => operation.Results)
            .SelectMany(static result => result.Cases)
            .ToArray();
        if (resultProperty.Length == 0 || cases.Length == 0 || cases.Any(static @case => @case.Envelope.Length > 0))
        {
            return;
        }

        HashSet<string> received = new(cases.Select(static @case => @case.Type.Name), StringComparer.Ordinal);
        IEnumerable<string> properties = client.Files
            .SelectMany(static file => file.Types)
            .OfType<ObjectModel>()
            .Where(type => received.Contains(type.Name))
            .SelectMany(static type => type.Properties)
            .Select(static property => property.WireName)
            .Distinct(StringComparer.Ordinal);
        IReadOnlyList<string> nearest = NearestName.FindAll(resultProperty, properties, count: 3);
        diagnostics.Add(Descriptors.ResultPropertyUnmatched, location, resultProperty, NearestName.DidYouMean(nearest));
    }
}

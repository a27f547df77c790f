using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Keys;

internal enum SpecDialect
{
    Swagger20,
    OpenApi30,
    OpenApi31,
}

/// <summary>Determines the dialect of a document. 3.2 is read as 3.1, because it only adds features.</summary>
internal static class SpecVersion
{
    private static readonly string[] _keys = ["openapi", "swagger"];

    public static SpecDialect? Read(SpecMapping root, DiagnosticBag diagnostics)
    {
        if (root["openapi"] is { } openapi)
        {
            if (root["swagger"] is not null)
            {
                diagnostics.Add(Descriptors.PartInvalid, root.KeyLocation("swagger"), "'openapi' is used in place of 'swagger', which the document has too");
            }

            string version = openapi.AsText() ?? "";
            switch (MajorMinor(version))
            {
                case "3.0": return SpecDialect.OpenApi30;
                case "3.1" or "3.2": return SpecDialect.OpenApi31;
                default:
                    diagnostics.Add(Descriptors.VersionNotSupported, openapi.Location, $"'openapi: {version}' is not a supported version");
                    return null;
            }
        }

        if (root["swagger"] is { } swagger)
        {
            string version = swagger.AsText() ?? "";
            if (MajorMinor(version) == "2.0")
            {
                return SpecDialect.Swagger20;
            }

            diagnostics.Add(Descriptors.VersionNotSupported, swagger.Location, $"'swagger: {version}' is not a supported version");
            return null;
        }

        ReportMissing(root, diagnostics);
        return null;
    }

    private static void ReportMissing(SpecMapping root, DiagnosticBag diagnostics)
    {
        foreach (SpecEntry entry in root.Entries)
        {
            if (NearestName.Find(entry.Key, _keys) is { } meant)
            {
                diagnostics.Add(
                    Descriptors.VersionNotSupported,
                    root.KeyLocation(entry),
                    $"The document has neither 'openapi' nor 'swagger', but '{entry.Key}'{NearestName.DidYouMean(meant)}");
                return;
            }
        }

        string message = root.Entries.Count == 0 ? "The document is an empty mapping" : "The document has neither 'openapi' nor 'swagger'";
        diagnostics.Add(Descriptors.VersionNotSupported, root.Location, message);
    }

    private static string MajorMinor(string version)
    {
        string[] parts = version.Trim().Split('.');
        return parts.Length == 1 ? parts[0] + ".0" : parts[0] + "." + parts[1];
    }
}

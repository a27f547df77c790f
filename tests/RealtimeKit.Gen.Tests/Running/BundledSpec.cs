namespace RealtimeKit.Gen.Tests.Running;

/// <summary>The document in the package, with the options that the package uses.</summary>
internal static class BundledSpec
{
    public static readonly IReadOnlyDictionary<string, string> Options = new Dictionary<string, string>
    {
        ["ClientName"] = "RealtimeKitClient",
        ["Namespace"] = "RealtimeKit",
        ["ResultProperty"] = "data",
    };

    public static string Text => Repository.Read("spec", "recordings.yaml");

    public static string Overlay => Repository.Read("spec", "recordings.overlay.yaml");

    public static GeneratorRun Run() => GeneratorRunner.Run(Text, Options, Overlay, path: "/project/recordings.yaml");
}

namespace RealtimeKit.Gen;

/// <summary>The names of the pipeline's steps. Tests use them to check which steps ran again.</summary>
internal static class TrackingNames
{
    public const string ReadInput = nameof(ReadInput);
    public const string ReadProject = nameof(ReadProject);
    public const string FindTypes = nameof(FindTypes);
    public const string SelectInputs = nameof(SelectInputs);
    public const string ParseClient = nameof(ParseClient);
    public const string SelectTypes = nameof(SelectTypes);
    public const string FindClashes = nameof(FindClashes);
    public const string SelectFiles = nameof(SelectFiles);
    public const string SelectDiagnostics = nameof(SelectDiagnostics);
}

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>The resource of the test API, with enough kinds of values to notice a wrong response.</summary>
internal sealed record Thing(Guid Id, string Name, long Size, SensitiveString? Secret)
{
    public static Thing Sample { get; } = new(new Guid("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"), "a thing", 4711, null);
}

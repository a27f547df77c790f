namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>The bodies with which a <c>POST</c> is tested. Public, because theories take them.</summary>
public enum BodyKind
{
    Json,
    File,
    Form,
    Nothing,
}

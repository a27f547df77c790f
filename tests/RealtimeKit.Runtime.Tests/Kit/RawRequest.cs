namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>A request as it was on the wire.</summary>
internal sealed class RawRequest
{
    public RawRequest(string head)
    {
        Head = head;
        Lines = head.Split("\r\n");
        string[] start = Lines[0].Split(' ');
        Method = start[0];
        Target = start.Length > 1 ? start[1] : "";
    }

    public string Head { get; }

    public string[] Lines { get; }

    public string Method { get; }

    public string Target { get; }

    public byte[]? Body { get; set; }

    public string BodyText => System.Text.Encoding.UTF8.GetString(Body ?? []);

    public string? Header(string name)
        => Lines.Skip(1)
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>Checks which APIs the assembly of the generator can call, by the names in its metadata.</summary>
public class AssemblyReachTests
{
    private static readonly string[] _forbiddenNamespaces =
        ["System.Net", "System.Runtime.InteropServices.ComTypes", "Microsoft.Win32", "System.IO.Pipes", "System.IO.IsolatedStorage",
            "System.IO.MemoryMappedFiles", "System.Reflection.Emit", "Newtonsoft.Json", "System.Text.Json"];

    private static readonly string[] _forbiddenTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.StreamReader",
        "System.IO.FileSystemInfo", "System.IO.DriveInfo",
        "System.Diagnostics.Process", "System.Random", "System.DateTime", "System.Diagnostics.Stopwatch", "System.Security.Cryptography.RandomNumberGenerator",
        "System.AppDomain", "System.Console",
        "System.Activator", "System.Runtime.InteropServices.Marshal", "System.Net.WebClient",
    ];

    // It lies among the network types, but only converts text.
    private static readonly string[] _allowedTypes = ["System.Net.WebUtility"];

    private static readonly string[] _forbiddenMembers =
    [
        "System.IO.Path.GetFullPath", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName", "System.IO.Path.GetRandomFileName",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_CurrentDirectory", "System.Environment.get_NewLine",
        "System.Environment.get_MachineName", "System.Environment.get_TickCount",
        "System.Guid.NewGuid", "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile",
        "System.Type.GetType",
        "NSwag.OpenApiDocument.FromJsonAsync", "NSwag.OpenApiDocument.FromUrlAsync", "NSwag.OpenApiDocument.FromFileAsync",
        "NJsonSchema.JsonSchema.FromJsonAsync", "NJsonSchema.JsonSchema.FromUrlAsync", "NJsonSchema.JsonSchema.FromFileAsync",
    ];

    private static readonly (string[] Types, string[] Members) _reach = Read(typeof(ClientGenerator).Assembly.Location);

    [Fact]
    public void The_scan_sees_what_is_named()
    {
        Assert.Contains("Microsoft.CodeAnalysis.IIncrementalGenerator", _reach.Types);
        Assert.Contains(_reach.Members, static member => member.StartsWith("Microsoft.CodeAnalysis.DiagnosticDescriptor..ctor", StringComparison.Ordinal));
        (string[] types, string[] members) = Read(typeof(AssemblyReachTests).Assembly.Location);
        Assert.Contains("System.IO.File", types);
        Assert.Contains("System.Environment.GetEnvironmentVariable", members);
    }

    [Fact]
    public void The_generator_names_no_network_file_process_or_clock()
    {
        Assert.Empty(_reach.Types.Intersect(_forbiddenTypes));
        IEnumerable<string> types = _reach.Types.Except(_allowedTypes);
        Assert.DoesNotContain(types, static type => _forbiddenNamespaces.Any(forbidden => type.StartsWith(forbidden + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_generator_names_no_member_that_depends_on_the_machine_or_parses_by_another_hand() =>
        Assert.Empty(_reach.Members.Intersect(_forbiddenMembers));

    private static (string[] Types, string[] Members) Read(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        MetadataReader metadata = image.GetMetadataReader();
        string[] types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToArray();
        string[] members = metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(static member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
            .Distinct()
            .ToArray();
        return (types, members);
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{metadata.GetString(type.Name)}"
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}

using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission;

/// <summary>Prints XML documentation.</summary>
internal static class DocEmitter
{
    public static void Emit(SourceWriter writer, DocModel doc)
    {
        writer.WriteLine($"/// <summary>{CSharpText.Doc(doc.Summary)}</summary>");
        if (doc.Remarks.Length > 0)
        {
            writer.WriteLine($"/// <remarks>{CSharpText.Doc(doc.Remarks)}</remarks>");
        }

        if (doc.Example.Length > 0)
        {
            writer.WriteLine($"/// <example>{CSharpText.Doc(doc.Example)}</example>");
        }

        if (doc.Link is { } link)
        {
            string address = link.Address.Length > 0 ? $" href=\"{CSharpText.Doc(link.Address)}\"" : "";
            writer.WriteLine($"/// <seealso{address}>{CSharpText.Doc(link.Text)}</seealso>");
        }
    }

    public static void EmitParameter(SourceWriter writer, string name, DocModel doc) =>
        writer.WriteLine($"/// <param name=\"{name.TrimStart('@')}\">{CSharpText.Doc(doc.Remarks.Length > 0 ? doc.Remarks : doc.Summary)}</param>");

    public static void EmitObsolete(SourceWriter writer, bool isObsolete)
    {
        if (isObsolete)
        {
            writer.WriteLine($"[{RuntimeNames.Obsolete}(\"The API description marks this as deprecated.\")]");
        }
    }
}

using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Prints XML documentation.</summary>
internal static class DocEmitter
{
    public static void Emit(SourceWriter writer, DocModel doc)
    {
        writer.WriteLine($"/// <summary>{DocText.Of(doc.Summary)}</summary>");
        if (doc.Remarks.Length > 0)
        {
            writer.WriteLine($"/// <remarks>{DocText.Of(doc.Remarks)}</remarks>");
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
        writer.WriteLine($"/// <param name=\"{name}\">{DocText.Of(doc.Remarks.Length > 0 ? doc.Remarks : doc.Summary)}</param>");

    /// <summary>Documents the types of error bodies, which no signature shows.</summary>
    public static void EmitErrors(SourceWriter writer, IReadOnlyList<ErrorModel> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        string bodies = string.Join(", ", errors
            .GroupBy(static error => error.Type)
            .Select(static type => $"{Reference(type.Key)} for {string.Join(", ", type.Select(static error => error.Status == "default" ? "other statuses" : error.Status).Distinct())}"));
        writer.WriteLine($"/// <exception cref=\"{RuntimeNames.ApiStatusException}\">The server returned an error status. The <c>Body</c> is {bodies}.</exception>");
    }

    private static string Reference(TypeRef type) => type.Shape is TypeShape.Object or TypeShape.Union or TypeShape.Enum or TypeShape.Tuple
        ? $"a <see cref=\"{TypeText.Bare(type)}\"/>"
        : $"<c>{CSharpText.Doc(TypeText.Plain(type))}</c>";

    public static void EmitObsolete(SourceWriter writer, bool isObsolete)
    {
        if (isObsolete)
        {
            writer.WriteLine($"[{RuntimeNames.Obsolete}(\"The API description marks this as deprecated.\")]");
        }
    }
}

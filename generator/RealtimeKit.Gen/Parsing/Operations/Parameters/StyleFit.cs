using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations.Bodies;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>
/// Checks whether a style can express the values of a type. All styles except <c>deepObject</c> express only the items of one
/// list or the members of one object. Deeper values are reported here, and the client throws when they are sent.
/// </summary>
internal sealed class StyleFit(TypeDrafts drafts, SpecLocations locations, DiagnosticBag diagnostics)
{
    public void Check(ParameterDraft draft)
    {
        ParameterModel model = draft.Model;
        if (model.IsForm)
        {
            CheckFields(model, draft.Location);
        }
        else if (!model.IsJson && model.Place != ParameterPlace.QueryString)
        {
            bool repeats = model.Place == ParameterPlace.Query && model.Explode;
            Report($"The {$"{model.Place}".ToLowerInvariant()} parameter '{model.WireName}'", model.Type, model.Style, repeats, draft.Location);
        }
    }

    /// <summary>Checks the fields of a form in a query.</summary>
    private void CheckFields(ParameterModel model, SpecLocation? location)
    {
        foreach (PropertyDraft property in (drafts.Of(model.Type) as ObjectDraft)?.Properties.Where(static property => !property.IsReadOnly) ?? [])
        {
            FieldModel field = FormFields.InPairs(property.WireName, property.Type, model.Encodings);
            if (field.Form == FieldForm.Text)
            {
                Report($"The query's field '{property.WireName}'", property.Type, field.Style, field.Explode, locations.Of(property.Schema) ?? location);
            }
        }
    }

    /// <summary>Checks the fields of a form that have a style. Most parts of a multipart body have none.</summary>
    public void Check(BodyModel body, ObjectDraft form)
    {
        foreach (PropertyModel field in body.Fields.Where(field => IsStyled(body, field) && !field.IsReadOnly))
        {
            PropertyDraft? draft = form.Properties.FirstOrDefault(property => property.WireName == field.WireName);
            SpecLocation? location = draft is null ? null : locations.Of(draft.Schema);
            bool repeats = body.Kind == BodyKind.Form && field.Field.Explode;
            Report($"The form's field '{field.WireName}'", field.Type, field.Field.Style, repeats, location ?? locations.Of(form.Schema));
        }
    }

    private static bool IsStyled(BodyModel body, PropertyModel field) =>
        field.Field.Form == (body.Kind == BodyKind.Multipart ? FieldForm.Pairs : FieldForm.Text);

    /// <param name="repeats">Whether a list within an object becomes one pair for each item, if the style is <c>form</c>.</param>
    private void Report(string what, TypeRef type, string style, bool repeats, SpecLocation? location)
    {
        if (style != "DeepObject" && Misfit(type, repeats && style == "Form", []) is { } why)
        {
            string word = char.ToLowerInvariant(style[0]) + style.Substring(1);
            diagnostics.Add(Descriptors.StyleWithoutForm, location, what, word, why);
        }
    }

    /// <param name="repeats">Whether an object can contain lists.</param>
    /// <param name="visited">The unions that contain the type. A union can be a case of itself.</param>
    private string? Misfit(TypeRef type, bool repeats, HashSet<TypeDraft> visited) => type.Shape switch
    {
        TypeShape.List => IsFlat(type.Element!) ? null : "it is a list of lists or objects",
        TypeShape.Map => Fits(type.Element!, repeats) ? null : $"it is a map of {Deeper(repeats)}",
        TypeShape.Tuple => drafts.Of(type)?.References.All(IsFlat) is false ? "it is a list of lists or objects" : null,
        TypeShape.Union => drafts.Of(type) is { } union && visited.Add(union)
            ? union.References.Select(@case => Misfit(@case, repeats, visited)).FirstOrDefault(static why => why is not null)
            : null,
        TypeShape.Object => drafts.Of(type) is ObjectDraft record ? Misfit(record, repeats) : null,
        _ => null,
    };

    private string? Misfit(ObjectDraft record, bool repeats) =>
        record.Properties.FirstOrDefault(property => !property.IsReadOnly && !Fits(property.Type, repeats)) is { } property
            ? $"its member '{property.WireName}' is {(repeats ? "an object or a list of lists or objects" : "a list or an object")}"
            : record.AdditionalProperties is { } rest && !Fits(rest, repeats) ? $"its further members are {Deeper(repeats)}"
            : null;

    private static string Deeper(bool repeats) => repeats ? "objects or lists of lists or objects" : "lists or objects";

    /// <summary>Returns whether an object can have a member of this type.</summary>
    private bool Fits(TypeRef type, bool repeats) => repeats ? Fits(type, []) : IsFlat(type);

    private bool Fits(TypeRef type, HashSet<TypeDraft> visited) => type.Shape switch
    {
        TypeShape.List => IsFlat(type.Element!),
        TypeShape.Tuple => drafts.Of(type)?.References.All(IsFlat) is not false,
        TypeShape.Union => drafts.Of(type) is not { } union || !visited.Add(union) || union.References.All(@case => Fits(@case, visited)),
        _ => IsFlat(type),
    };

    /// <summary>Returns whether a value is not nested.</summary>
    private bool IsFlat(TypeRef type) => IsFlat(type, []);

    private bool IsFlat(TypeRef type, HashSet<TypeDraft> visited) => type.Shape == TypeShape.Union
        ? drafts.Of(type) is not { } union || !visited.Add(union) || union.References.All(@case => IsFlat(@case, visited))
        : type.Shape is not (TypeShape.List or TypeShape.Map or TypeShape.Object or TypeShape.Tuple);
}

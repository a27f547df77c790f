using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Clients;

/// <summary>Writes the expression that finds a link's value.</summary>
internal static class LinkExpressions
{
    public static string Of(LinkExpressionModel expression)
    {
        if (expression.Constant is { } constant)
        {
            return ConstantText.Of(constant);
        }

        string source = Identifier.Escape(expression.Source);
        string start = expression.Accessor.Class.Length == 0 ? source : $"{TypeText.Emitted(expression.Accessor.Class)}.{expression.Accessor.Method}({source})";
        return start + string.Concat(expression.Steps.Select(Step)) + Conversion(expression);
    }

    private static string Step(LinkStepModel step) =>
        $"{(step.IsConditional ? "?." : ".")}{Identifier.Escape(step.Property)}{(step.IsOptional ? ".GetValueOrDefault()" : "")}";

    private static string Conversion(LinkExpressionModel expression) => expression.Conversion switch
    {
        LinkConversion.Digits => $"{Dot(expression)}ToString({CultureInfo}.InvariantCulture)",
        LinkConversion.Text => $"{Dot(expression)}ToString()",
        LinkConversion.Address => $"{Dot(expression)}OriginalString",
        _ => "",
    };

    private static string Dot(LinkExpressionModel expression) => expression.IsNullable ? "?." : ".";
}

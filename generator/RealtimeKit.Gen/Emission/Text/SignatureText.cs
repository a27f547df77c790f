using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Writes the parameters of a method, and the arguments for them.</summary>
internal static class SignatureText
{
    /// <summary>The declarations.</summary>
    /// <param name="optionsType">The type of the options of a call.</param>
    /// <param name="hasDefaults">Whether optional parameters have default values. The token always has one.</param>
    public static string Declarations(IEnumerable<ArgumentModel> signature, string optionsType, bool hasDefaults = true) => string.Join(", ", signature.Select(argument =>
        $"{Type(argument, optionsType)} {Identifier.Escape(argument.Name)}{(argument.IsRequired || !(hasDefaults || argument.Role == ArgumentRole.CancellationToken) ? "" : " = " + Default(argument))}"));

    /// <summary>The arguments of a call from a method that has the same parameters.</summary>
    public static string Arguments(IEnumerable<ArgumentModel> signature) =>
        string.Join(", ", signature.Select(static argument => Identifier.Escape(argument.Name)));

    private static string Type(ArgumentModel argument, string optionsType) => argument.Role switch
    {
        ArgumentRole.Options => optionsType + "?",
        ArgumentRole.CancellationToken => RuntimeNames.CancellationToken,
        _ => TypeText.Written(argument.Type!),
    };

    private static string Default(ArgumentModel argument) =>
        argument.Role == ArgumentRole.CancellationToken ? "default" : argument.Default.Length > 0 ? CSharpText.Literal(argument.Default) : "null";
}

using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace RealtimeKit.Gen.Tests.Walls.Il;

/// <summary>The instructions of a method body, one after the other.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => code.Value);

    /// <returns>Returns each instruction with its operand if that is a token, or 0.</returns>
    public static IEnumerable<(OpCode Code, int Token)> In(byte[] body)
    {
        for (int at = 0; at < body.Length;)
        {
            short value = body[at++];
            if (value == 0xfe)
            {
                value = unchecked((short)(0xfe00 | body[at++]));
            }

            OpCode code = _codes[value];
            bool isToken = code.OperandType is OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineType
                or OperandType.InlineSig;
            yield return (code, isToken ? BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at)) : 0);
            at += SizeOfOperand(code, body, at);
        }
    }

    private static int SizeOfOperand(OpCode code, byte[] body, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at))),
        _ => 4,
    };
}

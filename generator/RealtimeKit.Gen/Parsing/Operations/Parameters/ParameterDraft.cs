using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>A parameter whose type is known, before its name within the method is assigned.</summary>
/// <param name="IsNameGiven">Whether the author gave the parameter its C# name.</param>
/// <param name="IsHoisted">Whether the author wants the parameter to be set once on the client.</param>
/// <param name="Location">The place of its declaration.</param>
internal sealed record ParameterDraft(ParameterModel Model, bool IsNameGiven, bool IsHoisted, SpecLocation? Location);

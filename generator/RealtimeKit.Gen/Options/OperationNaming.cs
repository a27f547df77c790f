namespace RealtimeKit.Gen.Options;

/// <summary>How methods are named.</summary>
internal enum OperationNaming
{
    /// <summary>Without what the name of the class says.</summary>
    Short,

    /// <summary>After the whole operationId, or the whole path.</summary>
    Full,
}

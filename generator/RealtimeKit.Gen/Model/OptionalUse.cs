namespace RealtimeKit.Gen.Model;

/// <summary>Where a property that may be absent or null is an <c>Optional</c>.</summary>
internal enum OptionalUse
{
    /// <summary>In what is sent with PATCH or as a merge patch, where null deletes a value and absence keeps it.</summary>
    Patch,

    /// <summary>In everything that is sent.</summary>
    Always,

    /// <summary>Nowhere. Null is not sent.</summary>
    Never,
}

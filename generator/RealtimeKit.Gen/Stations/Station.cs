namespace RealtimeKit.Gen.Stations;

/// <summary>The stations that a document passes on its way to C#, in this order.</summary>
internal enum Station
{
    Input,
    Project,
    Selection,
    Options,
    Reading,
    Slicing,
    Building,
    Parsing,
    Emission,
    Reporting,
}

namespace RealtimeKit.Gen.Stations;

/// <summary>The stations that process a document, in this order.</summary>
internal enum Station
{
    Input,
    Project,
    Types,
    Selection,
    Options,
    Reading,
    Slicing,
    Building,
    Parsing,
    Emission,
    Reporting,
}

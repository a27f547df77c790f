using RealtimeKit.Gen.Renaming;

if (args is not [string folder, string own, .. string[] libraries])
{
    Console.Error.WriteLine("usage: RealtimeKit.Gen.Renaming <folder> <generator.dll> <library.dll>…");
    return 2;
}

new AssemblyRenamer(Path.GetFileNameWithoutExtension(own), libraries.Select(static file => Path.GetFileNameWithoutExtension(file)))
    .Write([own, .. libraries], folder);
return 0;

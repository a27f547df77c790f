namespace RealtimeKit.Gen.Testing.Packing;

/// <summary>A folder for projects that use the packages as a user does.</summary>
internal static class ConsumerRoot
{
    /// <summary>The folder of the packages below the root.</summary>
    public const string Feed = "feed";

    /// <summary>
    /// Writes the files that separate the projects below a folder from the repository and from earlier runs. Packages are extracted
    /// here; the user's package folder is only a source of packages that it already has.
    /// </summary>
    public static void Write(string root)
    {
        string userPackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(Path.Combine(root, Feed));
        File.WriteAllText(Path.Combine(root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(root, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(root, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <add key="feed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="user" value="{userPackages}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        Directory.CreateDirectory(userPackages);
    }
}

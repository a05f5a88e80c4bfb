using System.Runtime.CompilerServices;

namespace PayPage.E2E.Support;

/// <summary>Compares what came out with what was approved and lies in the repository. Set APPROVE=1 to accept what came out.</summary>
internal static class Approved
{
    /// <param name="name">Of a file in the folder Approved of these tests.</param>
    public static void Text(string name, string actual)
    {
        var path = Path.Combine(Root(), "tests/PayPage.E2E/Approved", name);
        var text = $"{actual.ReplaceLineEndings("\n").Trim()}\n";

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);    // a file's path has a folder
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", text);
    }

    /// <returns>The top of the repository.</returns>
    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}

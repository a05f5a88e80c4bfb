using System.Diagnostics;

namespace PayPage.Unit.Documents;

/// <summary>A program of somebody else that reads PDF files: poppler, qpdf, zbar. test.sh installs them; where one is missing, the test says so and is skipped.</summary>
internal static class OutsideTool
{
    private static readonly string Folder = NewFolder();

    /// <summary>A sample as a file; the same one at each call.</summary>
    public static string FileOf(string sample)
    {
        var path = Path.Combine(Folder, $"{sample}.pdf");

        lock (Folder)
        {
            if (!File.Exists(path))
            {
                File.WriteAllBytes(path, Samples.Pdf(sample));
            }
        }

        return path;
    }

    /// <summary>A name that nothing has yet, in a folder that goes when the tests end.</summary>
    public static string NewFile(string ending) => Path.Combine(Folder, $"{Path.GetRandomFileName()}{ending}");

    /// <returns>What it printed; where it failed or warned by its exit code, its faults too.</returns>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{program} is NOT here: papers are not tested by it. Debian: apt-get install poppler-utils qpdf zbar-tools");

        using var process = Process.Start(new ProcessStartInfo(path!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;    // it is there
        var faults = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var wrong = await faults;
        return process.ExitCode == 0 ? output : $"{output}{wrong}exit code {process.ExitCode}";
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("paypage-documents-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}

using System.Diagnostics;

namespace PayPage.E2E.Support;

/// <summary>A PDF as it comes out of a printer, and the eye of a telephone on it. Both are programs of others.</summary>
internal static class Paper
{
    private const int DotsPerInch = 150;

    /// <returns>What the only QR code of the first page says.</returns>
    public static async Task<Uri> ScanAsync(string pdf)
    {
        await RunAsync("pdftoppm", "-r", $"{DotsPerInch}", "-png", "-singlefile", pdf, pdf);
        return new Uri(await CodeInAsync($"{pdf}.png"));
    }

    /// <returns>What the only QR code of a picture says.</returns>
    public static async Task<string> CodeInAsync(string picture) => (await RunAsync("zbarimg", "--quiet", "--raw", picture)).Trim();

    /// <returns>The words in the order in which they are read.</returns>
    public static Task<string> ReadAsync(string pdf) => RunAsync("pdftotext", pdf, "-");

    private static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        Assert.SkipUnless(Has(program), $"{program} is NOT here: papers are not tested by it (./test.sh installs it where it may).");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var said = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await said}");
        return output;
    }
}

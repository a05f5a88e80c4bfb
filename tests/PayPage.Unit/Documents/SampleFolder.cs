namespace PayPage.Unit.Documents;

/// <summary>Writes all samples into a folder, to look at them: eng/document-pictures. Runs only where PAYPAGE_DOCUMENTS names the folder.</summary>
public sealed class SampleFolder
{
    [Fact(Explicit = true)]
    public void Every_sample_is_written()
    {
        var folder = Environment.GetEnvironmentVariable("PAYPAGE_DOCUMENTS") ?? throw new InvalidOperationException("PAYPAGE_DOCUMENTS names no folder.");
        Directory.CreateDirectory(folder);

        foreach (var name in Samples.Names)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{name}.pdf"), Samples.Pdf(name));
        }
    }
}

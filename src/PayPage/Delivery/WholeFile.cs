using PayPage.Domain.Delivery;

namespace PayPage.Delivery;

/// <summary>Puts a message into a folder as one file. Whoever watches the folder never sees half of it.</summary>
internal static class WholeFile
{
    /// <param name="path">Absolute. Made from the message's id, so that the same message sent twice is one file.</param>
    /// <param name="mayLeave">Asked when all is written but the name.</param>
    public static async Task<DeliveryOutcome> PutAsync(string path, string text, MayLeave mayLeave, CancellationToken ct)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.part";

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);    // an absolute path of a file has a folder
            await File.WriteAllTextAsync(unfinished, text, ct);

            if (!await mayLeave(ct))
            {
                File.Delete(unfinished);
                return new DeliveryOutcome.Held();
            }

            File.Move(unfinished, path, overwrite: true);
            return new DeliveryOutcome.Accepted();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DeliveryOutcome.Unknown(e.GetType().Name);
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Sms;

/// <summary>Puts each text message into a folder. The file is named by the message's id.</summary>
internal sealed class SmsFolderSender(SmsFolder folder, SmsLimits limits) : ISmsSender
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,    // for people's eyes, in any script; no browser ever runs it
    };

    public async Task<DeliveryOutcome> SendAsync(SmsMessage message, MayLeave mayLeave, CancellationToken ct)
    {
        if (!limits.Allows(message.To))
        {
            return new DeliveryOutcome.Refused(SmsLimits.Objection);
        }

        var file = new Kept(message.To, message.Text, SmsSegments.Of(message.Text).Segments, message.Date);
        return await WholeFile.PutAsync(Path.Combine(folder.Path, $"{message.Id}.json"), JsonSerializer.Serialize(file, Readable), mayLeave, ct);
    }

    private sealed record Kept(string To, string Text, int Segments, DateTimeOffset Date);
}

/// <param name="Path">Absolute.</param>
internal sealed record SmsFolder(string Path);

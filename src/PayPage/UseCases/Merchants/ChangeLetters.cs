using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes what his mails and papers say. All of it or nothing; may be repeated. What went out stays as it was.</summary>
internal sealed class ChangeLetters(WriteSeam write)
{
    private const int MostLegalLines = 8;

    /// <param name="letters">Null or blank members take a thing away.</param>
    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, Letters letters, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var wanted = letters with
        {
            MailSubject = Cleaned(letters.MailSubject),
            MailMessage = Cleaned(letters.MailMessage),
            Legal = typed.Lines(nameof(Letters.Legal), letters.Legal, Merchant.LegalLength, MostLegalLines),
        };

        if (wanted.MailSubject is { } subject && MailTemplate.ReadSubject(subject) is MailReading.Faulty inSubject)
        {
            typed.Refuse(nameof(Letters.MailSubject), inSubject.Message);
        }

        if (wanted.MailMessage is { } message && MailTemplate.ReadMessage(message) is MailReading.Faulty inMessage)
        {
            typed.Refuse(nameof(Letters.MailMessage), inMessage.Message);
        }

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, wanted, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    /// <summary>Line breaks stay: a subject that has one is told so, not mended behind its writer's back.</summary>
    private static string? Cleaned(string? text) => string.IsNullOrWhiteSpace(text) ? null : FreeText.Clean(text, lines: true).Trim();

    private static async Task<SettingsOutcome> SaveAsync(Unit unit, MerchantId id, Letters letters, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, Letters.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        merchant.MailSubject = letters.MailSubject;
        merchant.MailMessage = letters.MailMessage;
        merchant.Legal = letters.Legal;
        merchant.Paper = letters.Paper;
        return new SettingsOutcome.Saved();
    }
}

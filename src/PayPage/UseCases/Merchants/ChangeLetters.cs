using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes what his mails and papers say. All of it or nothing; may be repeated. What went out stays as it was.</summary>
internal sealed class ChangeLetters(WriteSeam write)
{
    /// <param name="letters">Null or blank members take a thing away.</param>
    /// <returns>What is wrong, by the member's name, in the words of <see cref="MailTemplate"/>; none when it was done.</returns>
    public async Task<IReadOnlyDictionary<string, string>> HandleAsync(MerchantId id, Letters letters, CancellationToken ct)
    {
        var wanted = letters with
        {
            MailSubject = Cleaned(letters.MailSubject),
            MailMessage = Cleaned(letters.MailMessage),
            Legal = Cleaned(letters.Legal),
        };
        var faults = Faults(wanted).ToDictionary(fault => fault.Field, fault => fault.Message, StringComparer.Ordinal);

        if (faults.Count == 0)
        {
            await write.RunAsync((unit, token) => ChangeAsync(unit, id, wanted, token), ct);
        }

        return faults;
    }

    /// <summary>Line breaks stay: a subject that has one is told so, not mended behind its writer's back.</summary>
    private static string? Cleaned(string? text) => string.IsNullOrWhiteSpace(text) ? null : FreeText.Clean(text, lines: true).Trim();

    private static IEnumerable<(string Field, string Message)> Faults(Letters letters)
    {
        if (letters.MailSubject is { } subject && MailTemplate.ReadSubject(subject) is MailReading.Faulty inSubject)
        {
            yield return (nameof(Letters.MailSubject), inSubject.Message);
        }

        if (letters.MailMessage is { } message && MailTemplate.ReadMessage(message) is MailReading.Faulty inMessage)
        {
            yield return (nameof(Letters.MailMessage), inMessage.Message);
        }

        if (letters.Legal?.Length > Merchant.LegalLength)
        {
            yield return (nameof(Letters.Legal), $"Write at most {Merchant.LegalLength} characters.");
        }
    }

    private static async Task ChangeAsync(Unit unit, MerchantId id, Letters letters, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);
        merchant.MailSubject = letters.MailSubject;
        merchant.MailMessage = letters.MailMessage;
        merchant.Legal = letters.Legal;
        merchant.Paper = letters.Paper;
    }
}

/// <param name="MailSubject">Of invoice mails, with placeholders.</param>
/// <param name="MailMessage">In invoice mails in place of ours, with placeholders.</param>
/// <param name="Legal">Register and tax numbers, one per line.</param>
internal sealed record Letters(string? MailSubject, string? MailMessage, string? Legal, Paper Paper);

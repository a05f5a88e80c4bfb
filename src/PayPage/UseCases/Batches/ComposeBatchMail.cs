using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Batches;

/// <summary>What an account administrator is told of a file: read when the mail leaves, so it tells what is true then.</summary>
internal sealed class ComposeBatchMail(PayPageDbContext db, ISiteAddresses addresses, WriteResult result)
{
    /// <summary>What mail servers take without a murmur, with room for what they make of it.</summary>
    private const int MostBytes = 2 * 1024 * 1024;

    private const int RowsThatFit = 10_000;

    /// <returns>Null when the person does not look after this merchant any more, or the file is gone.</returns>
    public async Task<(ColleagueMail Mail, string To)?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var user = message.UserId ?? throw new InvariantException($"{message.Id} is for nobody.");
        var mayRead = await db.Memberships.AnyAsync(m => m.MerchantId == message.MerchantId && m.UserId == user && m.Role == Role.Admin, ct);

        return mayRead
            && await db.People.SingleOrDefaultAsync(p => p.Id == user.Value, ct) is { } person
            && await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == message.BatchId, ct) is { } batch
                ? (await MailAsync(message.Kind, batch, person.Name, ct), person.Email)
                : null;
    }

    private async Task<ColleagueMail> MailAsync(OutboxKind kind, Batch batch, string name, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == batch.MerchantId, ct);
        var head = new MailHead(merchant.Name, null, merchant.Color);
        var card = await CardAsync(batch, ct);
        var link = addresses.Office($"{batch.MerchantId}/batches/{batch.Id}");

        return kind switch
        {
            OutboxKind.BatchReceivedMail => new ColleagueMail.OfBatchReceived(name, card, link) { Head = head, Host = addresses.Host },
            OutboxKind.BatchValidatedMail => new ColleagueMail.OfBatchValidated(name, card, link) { Head = head, Host = addresses.Host },
            OutboxKind.BatchProcessedMail => new ColleagueMail.OfBatchProcessed(name, card, link) { Head = head, Host = addresses.Host, Files = await FilesAsync(batch, ct) },
            _ => throw new UnreachableException(),
        };
    }

    private async Task<BatchCard> CardAsync(Batch batch, CancellationToken ct) => new(
        batch.FileName, batch.Reference, batch.CreatedAt, batch.Rows, batch.GoodInvoices, batch.BadInvoices, batch.CreatedInvoices, batch.BadRows + batch.RejectedRows,
        [.. (await SheetTotal.OfAsync(db, batch.Id, ct)).Select(total => total.Sum)],
        batch.Refusal, batch.Mode);

    private async Task<IReadOnlyList<MailFile>> FilesAsync(Batch batch, CancellationToken ct)
    {
        if (batch.Rows > RowsThatFit)
        {
            return [];
        }

        var text = new StringBuilder();

        await foreach (var line in result.LinesAsync(batch, ct))
        {
            text.Append(line);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return bytes.Length <= MostBytes ? [new MailFile($"{batch.Id}-results.csv", "text/csv", bytes)] : [];
    }
}

using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.UseCases.Invoices;

/// <summary>What a form begins with that is to change an invoice. Reads only.</summary>
internal sealed class BeginChange(PayPageDbContext db)
{
    /// <returns>Null when this merchant has no such invoice in this mode.</returns>
    public async Task<View?> HandleAsync(string number, Caller caller, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct);

        if (invoice is null)
        {
            return null;
        }

        var said = NewInvoice.Like(invoice);
        return new View(invoice, ProposalWriter.Write(said), FieldTexts.Of(said).Marks, Obstacle(invoice));
    }

    /// <returns>Null when it may be changed, as far as this look at it tells.</returns>
    public static ChangeObstacle? Obstacle(Invoice invoice) => invoice switch
    {
        { CanBeChanged: true } => null,
        { Stage: InvoiceStage.Canceled } => ChangeObstacle.Canceled,
        { Paid: > 0 } => ChangeObstacle.MoneyCame,
        _ => ChangeObstacle.PaymentUnderWay,
    };

    /// <param name="Marks">For the form to carry, see <see cref="ChangeInvoice.Wish"/>.</param>
    /// <param name="Obstacle">Why it cannot be changed; null: it can.</param>
    internal sealed record View(Invoice Invoice, InvoiceProposal Proposal, string Marks, ChangeObstacle? Obstacle);
}

/// <summary>Why an invoice stays as it is.</summary>
internal enum ChangeObstacle
{
    /// <summary>All or a part of it was paid: what it says is what was paid for.</summary>
    MoneyCame,

    /// <summary>Somebody is paying what it says now. It may be changed should that come to nothing.</summary>
    PaymentUnderWay,

    Canceled,
}

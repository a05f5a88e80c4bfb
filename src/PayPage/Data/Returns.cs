using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;

namespace PayPage.Data;

/// <summary>The only place that writes how much of a payment went back or is in dispute. Each verb is one UPDATE that holds all its conditions.</summary>
/// <remarks>Call it in the transaction that also saves what explains the change (the refund, the dispute, the ledger entries).</remarks>
internal sealed class Returns(PayPageDbContext db)
{
    /// <summary>Holds an amount for one refund. Of any number who try at once, no more win than was paid.</summary>
    /// <param name="minor">Minor units of the payment's currency, more than 0.</param>
    /// <returns>False when so much cannot be given back (any more).</returns>
    public async Task<bool> TryHoldAsync(PaymentId id, long minor, CancellationToken ct) => minor > 0 && await db.Payments
        .Where(p => p.Id == id && p.Status == PaymentStatus.Succeeded && p.Amount.Minor - p.GivenBack - p.Disputed >= minor)
        .ExecuteUpdateAsync(
            set => set.SetProperty(p => p.GivenBack, p => p.GivenBack + minor).SetProperty(p => p.Version, p => p.Version + 1), ct) == 1;

    /// <summary>Somebody gave money back at the processor, past us: that is a fact, whatever we think was left.</summary>
    public Task HoldAsFactAsync(PaymentId id, long minor, CancellationToken ct) => db.Payments
        .Where(p => p.Id == id)
        .ExecuteUpdateAsync(
            set => set.SetProperty(p => p.GivenBack, p => p.GivenBack + minor).SetProperty(p => p.Version, p => p.Version + 1), ct);

    /// <summary>Nobody else gives back of this payment until this unit of work is over: for a decision that depends on what went back.</summary>
    public Task HoldStillAsync(PaymentId id, CancellationToken ct) => db.Payments
        .Where(p => p.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version + 1), ct);

    /// <summary>A refund came to nothing: what it held may be given back by another.</summary>
    /// <exception cref="Domain.InvariantException">The payment does not hold that much.</exception>
    public async Task FreeAsync(PaymentId id, long minor, CancellationToken ct) => MustBeOne(
        await db.Payments
            .Where(p => p.Id == id && p.GivenBack >= minor)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.GivenBack, p => p.GivenBack - minor).SetProperty(p => p.Version, p => p.Version + 1), ct),
        id);

    /// <summary>A bank took money back over a dispute: that is a fact, whatever was refunded.</summary>
    public Task DisputeAsync(PaymentId id, long minor, CancellationToken ct) => db.Payments
        .Where(p => p.Id == id)
        .ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Disputed, p => p.Disputed + minor).SetProperty(p => p.Version, p => p.Version + 1), ct);

    /// <summary>A dispute was won: the money is the merchant's again.</summary>
    /// <exception cref="Domain.InvariantException">Not that much is in dispute.</exception>
    public async Task UndisputeAsync(PaymentId id, long minor, CancellationToken ct) => MustBeOne(
        await db.Payments
            .Where(p => p.Id == id && p.Disputed >= minor)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Disputed, p => p.Disputed - minor).SetProperty(p => p.Version, p => p.Version + 1), ct),
        id);

    private static void MustBeOne(int rows, PaymentId id)
    {
        if (rows != 1)
        {
            throw new Domain.InvariantException($"{id} has not so much to free.");
        }
    }
}

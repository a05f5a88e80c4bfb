using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Customers;

namespace PayPage.UseCases.Customers;

/// <summary>What came of writing down a customer.</summary>
internal abstract record CustomerOutcome
{
    private CustomerOutcome()
    {
    }

    internal sealed record Saved(CustomerId Id) : CustomerOutcome;

    /// <summary>Nothing was written.</summary>
    /// <param name="Messages">What is wrong and what to do, by the member's name.</param>
    internal sealed record Faulty(IReadOnlyDictionary<string, string> Messages) : CustomerOutcome;

    /// <summary>Somebody else changed the customer since it was shown. Nothing was written.</summary>
    internal sealed record Overtaken : CustomerOutcome;

    /// <summary>This merchant has no such customer.</summary>
    internal sealed record Unknown : CustomerOutcome;

    /// <returns>Null where the merchant's own id is free or this customer's already.</returns>
    internal static async Task<CustomerOutcome?> TakenAsync(Unit unit, CustomerId id, string? ownId, Caller caller, CancellationToken ct) =>
        ownId is not null && await unit.Db.Customers.AnyAsync(c => c.MerchantId == caller.MerchantId && c.MerchantCustomerId == ownId && c.Id != id, ct)
            ? new Faulty(new Dictionary<string, string>
            {
                [nameof(CustomerWords.MerchantCustomerId)] = "Another customer of yours has this id already. Search for it in the list of customers, or write another id.",
            })
            : null;
}

using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Customers;

namespace PayPage.UseCases.Customers;

/// <summary>A merchant changes what he knows of a customer. May be repeated. Invoices that are written keep their own copy.</summary>
internal sealed class ChangeCustomer(WriteSeam write)
{
    /// <param name="seen">The customer's version as it was shown.</param>
    public Task<CustomerOutcome> HandleAsync(CustomerId id, CustomerWords words, long seen, Caller caller, CancellationToken ct)
    {
        var typed = new TypedFields();
        var wanted = words.Read(typed);

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, wanted, seen, caller, token), ct)
            : Task.FromResult<CustomerOutcome>(new CustomerOutcome.Faulty(typed.Faults));
    }

    private static async Task<CustomerOutcome> SaveAsync(Unit unit, CustomerId id, CustomerWords wanted, long seen, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Customers.SingleOrDefaultAsync(c => c.Id == id && c.MerchantId == caller.MerchantId, ct) is not { } customer)
        {
            return new CustomerOutcome.Unknown();
        }

        // The same form sent twice finds its own work done.
        if (CustomerWords.Of(customer) == wanted)
        {
            return new CustomerOutcome.Saved(id);
        }

        if (customer.Version != seen)
        {
            return new CustomerOutcome.Overtaken();
        }

        if (await CustomerOutcome.TakenAsync(unit, id, wanted.MerchantCustomerId, caller, ct) is { } taken)
        {
            return taken;
        }

        wanted.WriteTo(customer);
        return new CustomerOutcome.Saved(id);
    }
}

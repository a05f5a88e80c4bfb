using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Customers;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Customers;

/// <summary>A merchant writes down a customer before any invoice. May be repeated with the same id: that makes one customer.</summary>
internal sealed class AddCustomer(WriteSeam write, TimeProvider clock)
{
    /// <param name="id">Made when the form was shown, so that a form sent twice makes one customer.</param>
    public Task<CustomerOutcome> HandleAsync(CustomerId id, CustomerWords words, Caller caller, CancellationToken ct)
    {
        var typed = new TypedFields();
        var wanted = words.Read(typed);

        return typed.AreSound
            ? write.RunAsync((unit, token) => AddAsync(unit, id, wanted, caller, token), ct)
            : Task.FromResult<CustomerOutcome>(new CustomerOutcome.Faulty(typed.Faults));
    }

    private async Task<CustomerOutcome> AddAsync(Unit unit, CustomerId id, CustomerWords wanted, Caller caller, CancellationToken ct)
    {
        var owner = await unit.Db.Customers.Where(c => c.Id == id).Select(c => (MerchantId?)c.MerchantId).FirstOrDefaultAsync(ct);

        if (owner is not null)
        {
            return owner == caller.MerchantId ? new CustomerOutcome.Saved(id) : new CustomerOutcome.Unknown();
        }

        if (await CustomerOutcome.TakenAsync(unit, id, wanted.MerchantCustomerId, caller, ct) is { } taken)
        {
            return taken;
        }

        var customer = new Customer { Id = id, MerchantId = caller.MerchantId, CreatedAt = clock.GetUtcNow() };
        wanted.WriteTo(customer);
        unit.Db.Customers.Add(customer);
        return new CustomerOutcome.Saved(id);
    }
}

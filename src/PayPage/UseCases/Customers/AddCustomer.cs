using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Customers;

namespace PayPage.UseCases.Customers;

/// <summary>A merchant writes down a customer before any invoice. May be repeated with the same id: that makes one customer.</summary>
internal sealed class AddCustomer(WriteSeam write, TimeProvider clock)
{
    /// <param name="id">Made when the form was shown, so that a form sent twice makes one customer.</param>
    /// <returns>Overtaken: the same form has added a customer before, with other words; nothing was written now.</returns>
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
        if (await unit.Db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } added)
        {
            return added.MerchantId != caller.MerchantId ? new CustomerOutcome.Unknown()
                : CustomerWords.Of(added) == wanted ? new CustomerOutcome.Saved(id)
                : new CustomerOutcome.Overtaken();
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

using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices;

/// <summary>The merchant's customer to whom an invoice is addressed: known by his own id, else by address, else new.</summary>
internal sealed class FindCustomer(IdSource ids, TimeProvider clock)
{
    public async Task<Customer> HandleAsync(Unit unit, BillTo to, Caller caller, CancellationToken ct)
    {
        var known = to switch
        {
            { MerchantCustomerId: { } own } => await unit.Db.Customers
                .FirstOrDefaultAsync(c => c.MerchantId == caller.MerchantId && c.MerchantCustomerId == own, ct),
            { Email: { } email } => await unit.Db.Customers.OrderBy(c => c.CreatedAt)
                .FirstOrDefaultAsync(c => c.MerchantId == caller.MerchantId && c.Email == email && c.MerchantCustomerId == null, ct),
            _ => null,
        };

        if (known is not null)
        {
            return known;
        }

        var customer = new Customer
        {
            Id = CustomerId.New(ids),
            MerchantId = caller.MerchantId,
            Name = to.Name,
            Email = to.Email,
            Phone = to.Phone,
            MerchantCustomerId = to.MerchantCustomerId,
            CompanyName = to.CompanyName,
            CreatedAt = clock.GetUtcNow(),
        };
        unit.Db.Customers.Add(customer);
        return customer;
    }
}

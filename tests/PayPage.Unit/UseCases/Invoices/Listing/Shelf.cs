using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Unit.UseCases.Invoices.Listing;

/// <summary>Invoices as they would lie in the database, put there at once: many, and in states that take long to come about.</summary>
internal sealed class Shelf(World world)
{
    private CustomerId? _customer;
    private int _last;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="age">In days.</param>
    public async Task<Invoice> AddAsync(
        long total = 12_50, string? name = "Tanya Lee", string? company = null, string? email = "tanya@example.com", Currency? currency = null,
        string? number = null, double age = 0, DateOnly? due = null, InvoiceStage stage = InvoiceStage.Sent, long paid = 0, long reserved = 0, Caller? caller = null)
    {
        var owner = caller ?? world.Caller;
        var made = world.Clock.GetUtcNow().AddDays(-age);
        var invoice = new Invoice
        {
            Id = InvoiceId.New(world.Get<IdSource>()),
            MerchantId = owner.MerchantId,
            Mode = owner.Mode,
            Number = number ?? $"N-{++_last:D4}",
            CustomerId = await CustomerAsync(),
            BillTo = new BillTo { Name = name, CompanyName = company, Email = email },
            Currency = currency ?? Currency.Usd,
            Amounts = new InvoiceAmounts { Lines = total },
            Total = total,
            MinimumPayment = 1,
            AllowsParts = true,
            DueDate = due ?? new DateOnly(2026, 12, 1),
            Delivery = DeliveryMode.None,
            CreatedAt = made,
        };

        await world.Get<WriteSeam>().RunAsync((unit, _) => { unit.Db.Add(invoice); return Task.CompletedTask; }, Ct);
        await world.ReadAsync(db => db.Invoices.Where(i => i.Id == invoice.Id).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Stage, stage).SetProperty(i => i.Paid, paid).SetProperty(i => i.Reserved, reserved), Ct));
        return invoice;
    }

    public Task<InvoicePage> ListAsync(InvoiceFilter? filter = null, InvoiceOrder? order = null, ListCursor? place = null, Caller? caller = null) =>
        world.UseAsync<ListInvoices, InvoicePage>(list => list.HandleAsync(filter ?? new InvoiceFilter(), order ?? InvoiceOrder.Usual, place, caller ?? world.Caller, Ct));

    /// <returns>Numbers, in the order of the list.</returns>
    public async Task<string> FoundAsync(InvoiceFilter filter) => string.Join(' ', (await ListAsync(filter, new InvoiceOrder(InvoiceSort.Number, false))).Rows.Select(r => r.Number));

    public Task<string> SearchAsync(string typed) => FoundAsync(new InvoiceFilter { Search = SearchText.Read(typed) });

    /// <summary>The invoice's own customer does not matter here: its paper keeps a copy.</summary>
    private async Task<CustomerId> CustomerAsync()
    {
        if (_customer is null)
        {
            var customer = new Customer { Id = CustomerId.New(world.Get<IdSource>()), MerchantId = world.Caller.MerchantId, CreatedAt = world.Clock.GetUtcNow() };
            await world.Get<WriteSeam>().RunAsync((unit, _) => { unit.Db.Add(customer); return Task.CompletedTask; }, Ct);
            _customer = customer.Id;
        }

        return _customer.Value;
    }
}

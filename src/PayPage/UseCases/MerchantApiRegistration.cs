using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Events;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Invoices.Listing;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases;

/// <summary>What only merchants' systems ask for.</summary>
internal static class MerchantApiRegistration
{
    public static IServiceCollection AddMerchantApi(this IServiceCollection services)
    {
        Add<DeliverInvoice>();
        Add<PageInvoices>();
        Add<ShowPayments>();
        Add<SendReceiptAgain>();
        Add<ShowLinks>();
        Add<ReadInvoiceEvents>();
        Add<PrintPapers>();
        return services;

        void Add<T>()
            where T : class => services.TryAddScoped<T>();
    }
}

using PayPage.Domain.Customers;

namespace PayPage.Pages.Office.Customers;

/// <summary>What a customer is called where there is room for one thing.</summary>
internal static class CustomerName
{
    public static string Of(Customer customer) => customer.Name ?? customer.CompanyName ?? customer.Email ?? customer.MerchantCustomerId ?? "A customer without a name";
}

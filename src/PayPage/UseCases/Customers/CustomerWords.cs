using PayPage.Domain.Customers;

namespace PayPage.UseCases.Customers;

/// <summary>What a merchant knows of a customer, as it was typed.</summary>
/// <param name="MerchantCustomerId">The merchant's own id of the customer; belongs to one customer of his.</param>
/// <param name="GetsNoLink">Whether this customer's mails and papers carry no link.</param>
internal sealed record CustomerWords(string? Name, string? Email, string? Phone, string? CompanyName, string? MerchantCustomerId, bool GetsNoLink)
{
    /// <summary>Whether this customer is never reminded of what is due.</summary>
    public bool GetsNoReminders { get; init; }

    public static CustomerWords Of(Customer customer) => new(
        customer.Name, customer.Email, customer.Phone, customer.CompanyName, customer.MerchantCustomerId, customer.GetsNoLink)
    {
        GetsNoReminders = customer.GetsNoReminders,
    };

    /// <returns>The words as they are to be kept; of no use where the fields have faults.</returns>
    public CustomerWords Read(TypedFields typed)
    {
        var read = new CustomerWords(
            typed.Text(nameof(Name), Name, Customer.NameLength),
            typed.Email(nameof(Email), Email),
            typed.Phone(nameof(Phone), Phone),
            typed.Text(nameof(CompanyName), CompanyName, Customer.CompanyLength),
            typed.Text(nameof(MerchantCustomerId), MerchantCustomerId, Customer.OwnIdLength),
            GetsNoLink)
        {
            GetsNoReminders = GetsNoReminders,
        };

        if (typed.AreSound && (read.Name ?? read.CompanyName ?? read.Email) is null)
        {
            typed.Refuse(nameof(Name), "Write a name, a company or an e-mail address: without any of them nobody would find this customer again.");
        }

        return read;
    }

    public void WriteTo(Customer customer)
    {
        (customer.Name, customer.CompanyName, customer.MerchantCustomerId) = (Name, CompanyName, MerchantCustomerId);
        (customer.Email, customer.Phone, customer.GetsNoLink, customer.GetsNoReminders) = (Email, Phone, GetsNoLink, GetsNoReminders);
    }
}

namespace PayPage.Domain.Customers;

public readonly record struct CustomerId(Guid Value)
{
    public static CustomerId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"cus_{Value:N}";
}

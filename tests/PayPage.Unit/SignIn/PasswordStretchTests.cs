using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayPage.SignIn;

namespace PayPage.Unit.SignIn;

public sealed class PasswordStretchTests
{
    /// <summary>Sites of other tests stretch less, to be done sooner.</summary>
    [Fact]
    public void Passwords_are_stretched_as_often_as_OWASP_asks()
    {
        using var services = new ServiceCollection().AddSignIn().BuildServiceProvider();

        Assert.True(services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);
    }
}

package cobrowse.web;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** The ways to press what has the focus, or what is at a place of the page. */
enum Pressing {
    ENTER {
        @Override
        void on(ChromeDriver browser, Place place) {
            new Actions(browser).sendKeys(Keys.ENTER).perform();
        }
    },
    SPACE {
        @Override
        void on(ChromeDriver browser, Place place) {
            new Actions(browser).sendKeys(Keys.SPACE).perform();
        }
    },
    /** A click of its own, not the second of a double click, however fast the test is. */
    CLICK {
        @Override
        void on(ChromeDriver browser, Place place) {
            for (var type : List.of("mousePressed", "mouseReleased")) {
                browser.executeCdpCommand(
                        "Input.dispatchMouseEvent",
                        Map.of("type", type, "x", place.x, "y", place.y, "button", "left", "clickCount", 1));
            }
        }
    },
    TAP {
        @Override
        void on(ChromeDriver browser, Place place) {
            var finger = Map.of("x", place.x, "y", place.y);
            browser.executeCdpCommand(
                    "Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(finger)));
            browser.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
        }
    };

    abstract void on(ChromeDriver browser, Place place);

    record Place(int x, int y) {
        static Place middleOf(WebElement element) {
            var box = element.getRect();
            return new Place(box.x + box.width / 2, box.y + box.height / 2);
        }
    }
}

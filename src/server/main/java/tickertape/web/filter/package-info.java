/// What every request passes on its way in, and every answer on its way out. web.xml gives the order.
@NullMarked
package tickertape.web.filter;

import org.jspecify.annotations.NullMarked;
